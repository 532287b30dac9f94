using System.Runtime.InteropServices;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>SCARD_READERSTATE of Apple's PCSC.framework: everything has 4 bytes and nothing is aligned.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct MacReaderState
{
    public readonly nint Name;
    public readonly nint UserData;
    public readonly uint Current;
    public readonly uint Event;
    public readonly uint AtrLength;
    public readonly AtrField33 Atr;

    public MacReaderState(nint name, uint current)
    {
        Name = name;
        Current = current;
    }
}
