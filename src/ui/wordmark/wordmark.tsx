/** The name Dorpel (the doorstep of a house) drawn as an enamel house sign: the mark of the `kot` site. */
export const Wordmark = () => (
  <svg class="wordmark" viewBox="0 0 152 60" width="114" height="45" role="img" aria-label="Dorpel">
    <rect class="wordmark-sign" x="0.5" y="0.5" width="151" height="59" rx="10" />
    <rect class="wordmark-rim" x="4" y="4" width="144" height="52" rx="7" />
    <path
      class="wordmark-letters"
      d="M37 10v28M37 30a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM62 30a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM70 38V30a8.5 8.5 0 0 1 8.5-8.500M84 21.500v28M101 30a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM108.5 31h17a8.5 8.5 0 1 0-2.7 5.200M133 10v24a4 4 0 0 0 2.5 4"
    />
  </svg>
)
