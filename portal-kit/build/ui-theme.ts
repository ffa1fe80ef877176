/** Nuxt UI in our measures: 36 px controls, 600 weight buttons, 6 px radius. Colours come from the tokens. */
export const uiTheme = {
  colors: { primary: 'harbour', neutral: 'slate' as const },
  button: {
    slots: { base: 'font-semibold rounded-md cursor-pointer' },
    variants: {
      size: {
        sm: { base: 'px-2.5 py-1.5 text-[13px]/[18px] gap-1.5' },
        md: { base: 'px-3.5 py-2 text-sm/5 gap-2', leadingIcon: 'size-4', trailingIcon: 'size-4' },
      },
    },
    compoundVariants: [
      {
        color: 'neutral' as const,
        variant: 'outline' as const,
        class: 'ring-accented bg-default text-default',
      },
    ],
  },
}
