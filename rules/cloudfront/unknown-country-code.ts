import { defineRule, string } from '#rule'

const CODES = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK ' +
    'CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS ' +
    'GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV ' +
    'LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM ' +
    'PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR ' +
    'TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
  ).split(' '),
)

export default defineRule({
  id: 'cloudfront/unknown-country-code',
  title: 'Countries are two-letter upper-case ISO codes',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Use the two capital letters of ISO 3166-1, for example GB for the United Kingdom.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-georestriction.html',
      fact: 'Countries are written with their codes of two letters from ISO 3166-1.',
    },
  ],
  notes: ['002:1126'],
  messages: {
    unknown: 'No country has the code "{code}"; use two capital letters of ISO 3166-1.',
    near: 'No country has the code "{code}"; use {near}.',
  },
  check(distribution, { report }) {
    for (const { value: code, node, when } of distribution.known('DistributionConfig.Restrictions.GeoRestriction.Locations.*', string)) {
      if (CODES.has(code)) continue
      const near = code === 'UK' ? 'GB' : code.toUpperCase()
      if (CODES.has(near)) report({ node, when }, 'near', { code, near })
      else report({ node, when }, 'unknown', { code })
    }
  },
})
