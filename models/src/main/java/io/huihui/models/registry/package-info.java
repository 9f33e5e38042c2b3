/** What experts borrow from one another: who gives what to whom, and how old it may be. */
package io.huihui.models.registry;
