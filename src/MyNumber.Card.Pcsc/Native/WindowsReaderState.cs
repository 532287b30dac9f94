using System.Runtime.InteropServices;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>SCARD_READERSTATE of winscard.h: DWORD has 4 bytes, rgbAtr has 36.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct WindowsReaderState
{
    public readonly nint Name;
    public readonly nint UserData;
    public readonly uint Current;
    public readonly uint Event;
    public readonly uint AtrLength;
    public readonly AtrField36 Atr;

    public WindowsReaderState(nint name, uint current)
    {
        Name = name;
        Current = current;
    }
}
