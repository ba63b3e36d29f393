import { table } from '#rule'
/** What a stage is called by the API kinds' resources: where settings of all and of single methods or routes stand. */
export const SETTINGS: Readonly<Record<string, readonly string[]>> = table({
  'AWS::ApiGateway::Deployment': ['StageDescription', 'StageDescription.MethodSettings.*'],
  'AWS::ApiGateway::Stage': ['MethodSettings.*'],
  'AWS::ApiGatewayV2::Stage': ['DefaultRouteSettings', 'RouteSettings.*'],
  'AWS::Serverless::Api': ['MethodSettings.*'],
  'AWS::Serverless::HttpApi': ['DefaultRouteSettings', 'RouteSettings.*'],
  'AWS::Serverless::WebSocketApi': ['DefaultRouteSettings', 'RouteSettings.*'],
})

export const REST_STAGES = ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment', 'AWS::Serverless::Api'] as const
