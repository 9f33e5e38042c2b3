/** What the news is about: topics that are born, live and die. */
package io.huihui.models.expert.sentiment.narrative;
