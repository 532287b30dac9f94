using System.Runtime.CompilerServices;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>rgbAtr of 33 bytes.</summary>
[InlineArray(33)]
internal struct AtrField33
{
    private byte _first;
}
