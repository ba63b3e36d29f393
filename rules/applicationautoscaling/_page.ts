const API = 'https://docs.aws.amazon.com/autoscaling/application/APIReference'

export const TARGET_PAGE = `${API}/API_RegisterScalableTarget.html` as const
export const ACTION_PAGE = `${API}/API_PutScheduledAction.html` as const
export const METRIC_PAGE = `${API}/API_PredefinedMetricSpecification.html` as const
