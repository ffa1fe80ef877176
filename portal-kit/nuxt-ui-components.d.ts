// oxlint-disable typescript/consistent-type-imports -- an augmentation has no other way to name a component
// Types of the Nuxt UI components that templates use without importing them.
export {}

declare module 'vue' {
  // Attributes every component hands on to its root element.
  interface AllowedComponentProps {
    id?: string
    role?: string
    title?: string
    tabindex?: number | string
    'aria-label'?: string
    'aria-describedby'?: string
    'aria-labelledby'?: string
    'aria-hidden'?: boolean | 'true' | 'false'
    'aria-pressed'?: boolean
    'aria-current'?: 'page' | 'step' | 'true'
    'aria-expanded'?: boolean
    'aria-live'?: 'polite' | 'assertive' | 'off'
  }
  export interface GlobalComponents {
    UAccordion: (typeof import('@nuxt/ui/components/Accordion.vue'))['default']
    UAlert: (typeof import('@nuxt/ui/components/Alert.vue'))['default']
    UAvatar: (typeof import('@nuxt/ui/components/Avatar.vue'))['default']
    UAvatarGroup: (typeof import('@nuxt/ui/components/AvatarGroup.vue'))['default']
    UBadge: (typeof import('@nuxt/ui/components/Badge.vue'))['default']
    UBreadcrumb: (typeof import('@nuxt/ui/components/Breadcrumb.vue'))['default']
    UButton: (typeof import('@nuxt/ui/components/Button.vue'))['default']
    UCard: (typeof import('@nuxt/ui/components/Card.vue'))['default']
    UCheckbox: (typeof import('@nuxt/ui/components/Checkbox.vue'))['default']
    UCheckboxGroup: (typeof import('@nuxt/ui/components/CheckboxGroup.vue'))['default']
    UChip: (typeof import('@nuxt/ui/components/Chip.vue'))['default']
    UCollapsible: (typeof import('@nuxt/ui/components/Collapsible.vue'))['default']
    UCommandPalette: (typeof import('@nuxt/ui/components/CommandPalette.vue'))['default']
    UContainer: (typeof import('@nuxt/ui/components/Container.vue'))['default']
    UContextMenu: (typeof import('@nuxt/ui/components/ContextMenu.vue'))['default']
    UContextMenuContent: (typeof import('@nuxt/ui/components/ContextMenuContent.vue'))['default']
    UDrawer: (typeof import('@nuxt/ui/components/Drawer.vue'))['default']
    UDropdownMenu: (typeof import('@nuxt/ui/components/DropdownMenu.vue'))['default']
    UDropdownMenuContent: (typeof import('@nuxt/ui/components/DropdownMenuContent.vue'))['default']
    UFieldGroup: (typeof import('@nuxt/ui/components/FieldGroup.vue'))['default']
    UForm: (typeof import('@nuxt/ui/components/Form.vue'))['default']
    UFormField: (typeof import('@nuxt/ui/components/FormField.vue'))['default']
    UIcon: (typeof import('@nuxt/ui/components/Icon.vue'))['default']
    UInput: (typeof import('@nuxt/ui/components/Input.vue'))['default']
    UInputMenu: (typeof import('@nuxt/ui/components/InputMenu.vue'))['default']
    UInputNumber: (typeof import('@nuxt/ui/components/InputNumber.vue'))['default']
    UInputRating: (typeof import('@nuxt/ui/components/InputRating.vue'))['default']
    UInputTags: (typeof import('@nuxt/ui/components/InputTags.vue'))['default']
    UKbd: (typeof import('@nuxt/ui/components/Kbd.vue'))['default']
    ULink: (typeof import('@nuxt/ui/components/Link.vue'))['default']
    UListbox: (typeof import('@nuxt/ui/components/Listbox.vue'))['default']
    UModal: (typeof import('@nuxt/ui/components/Modal.vue'))['default']
    UNavigationMenu: (typeof import('@nuxt/ui/components/NavigationMenu.vue'))['default']
    UPagination: (typeof import('@nuxt/ui/components/Pagination.vue'))['default']
    UPopover: (typeof import('@nuxt/ui/components/Popover.vue'))['default']
    UProgress: (typeof import('@nuxt/ui/components/Progress.vue'))['default']
    UProgressGroup: (typeof import('@nuxt/ui/components/ProgressGroup.vue'))['default']
    URadioGroup: (typeof import('@nuxt/ui/components/RadioGroup.vue'))['default']
    USelect: (typeof import('@nuxt/ui/components/Select.vue'))['default']
    USelectMenu: (typeof import('@nuxt/ui/components/SelectMenu.vue'))['default']
    USeparator: (typeof import('@nuxt/ui/components/Separator.vue'))['default']
    USkeleton: (typeof import('@nuxt/ui/components/Skeleton.vue'))['default']
    USlideover: (typeof import('@nuxt/ui/components/Slideover.vue'))['default']
    USlider: (typeof import('@nuxt/ui/components/Slider.vue'))['default']
    USplitter: (typeof import('@nuxt/ui/components/Splitter.vue'))['default']
    UStepper: (typeof import('@nuxt/ui/components/Stepper.vue'))['default']
    USwitch: (typeof import('@nuxt/ui/components/Switch.vue'))['default']
    UTabs: (typeof import('@nuxt/ui/components/Tabs.vue'))['default']
    UTextarea: (typeof import('@nuxt/ui/components/Textarea.vue'))['default']
    UTimeline: (typeof import('@nuxt/ui/components/Timeline.vue'))['default']
    UToast: (typeof import('@nuxt/ui/components/Toast.vue'))['default']
    UToaster: (typeof import('@nuxt/ui/components/Toaster.vue'))['default']
    UTooltip: (typeof import('@nuxt/ui/components/Tooltip.vue'))['default']
  }
}
