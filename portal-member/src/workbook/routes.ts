import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/assessment/excel',
    name: 'excel',
    component: () => import('./views/ExcelView.vue'),
    meta: { title: 'workbook.title', ofCycle: true },
  },
] satisfies RouteRecordRaw[]
