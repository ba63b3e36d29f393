# docker run --rm -v "$PWD:/work:ro" awslint
FROM node:22.13.1-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:22.13.1-bookworm-slim
COPY --from=build /build/package.json /build/LICENSE /opt/awslint/
COPY --from=build /build/bin /opt/awslint/bin
COPY --from=build /build/dist /opt/awslint/dist
RUN ln -s /opt/awslint/bin/awslint.js /usr/local/bin/awslint
USER node
WORKDIR /work
ENTRYPOINT ["awslint"]
CMD ["check"]
