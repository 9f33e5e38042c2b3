/** What the three expert operators share. The experts themselves never meet here. */
package io.huihui.operators.expert;
