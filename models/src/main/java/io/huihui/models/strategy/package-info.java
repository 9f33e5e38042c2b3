/**
 * The strategy composer: a typed grammar of option structures with gates and exits, templates drawn
 * from it, and the screening of each on what came after what it was fitted on. It proposes; people
 * promote.
 */
package io.huihui.models.strategy;
