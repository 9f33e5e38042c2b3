/** From a verdict to a directive, and from a directive to the end of its trade. */
package io.huihui.models.directive;
