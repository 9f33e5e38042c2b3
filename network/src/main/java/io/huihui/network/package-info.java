/** Neural networks on DJL and PyTorch, behind the interfaces of models. */
package io.huihui.network;
