/** The sentiment expert. */
package io.huihui.models.expert.sentiment;
