/** The flow expert. */
package io.huihui.models.expert.flow;
