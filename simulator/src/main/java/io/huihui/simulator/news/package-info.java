/** Stories, images and recordings about the symbols: topics with births and deaths, and shocks. */
package io.huihui.simulator.news;
