/** The form of AWS's names of regions. @internal */
export const regionName = /^[a-z]{2,}(-[a-z]+)+-\d+$/;
