using System.Runtime.InteropServices;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>SCARD_READERSTATE of pcsc-lite: DWORD is an unsigned long, natural alignment.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct LinuxReaderState
{
    public readonly nint Name;
    public readonly nint UserData;
    public readonly nuint Current;
    public readonly nuint Event;
    public readonly nuint AtrLength;
    public readonly AtrField33 Atr;

    public LinuxReaderState(nint name, uint current)
    {
        Name = name;
        Current = current;
    }
}
