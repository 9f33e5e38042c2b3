/** Why results are what they are, in numbers that add up and in words. */
package io.huihui.models.explanation;
