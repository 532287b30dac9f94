using System.Runtime.CompilerServices;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>rgbAtr of 36 bytes.</summary>
[InlineArray(36)]
internal struct AtrField36
{
    private byte _first;
}
