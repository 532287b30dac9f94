using System.Runtime.InteropServices;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>SCARD_IO_REQUEST of winscard.h: DWORD has 4 bytes, rgbAtr has 36.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct WindowsIoRequest
{
    public readonly uint Protocol;
    public readonly uint Length;

    public WindowsIoRequest(uint protocol, int length)
    {
        Protocol = protocol;
        Length = (uint)length;
    }
}
