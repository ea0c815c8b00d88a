export * from './cookies'
export * from './env'
export * from './guard'
export * from './refusal'
