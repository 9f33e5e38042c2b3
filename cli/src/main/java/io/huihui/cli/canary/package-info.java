/** A new version on trial beside the one that works, and the comparison of the two. */
package io.huihui.cli.canary;
