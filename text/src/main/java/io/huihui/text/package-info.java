/** Engines that read text, images and speech, behind the interfaces of models. */
package io.huihui.text;
