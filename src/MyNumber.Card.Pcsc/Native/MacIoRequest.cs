using System.Runtime.InteropServices;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>SCARD_IO_REQUEST of Apple's PCSC.framework: everything has 4 bytes and nothing is aligned.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct MacIoRequest
{
    public readonly uint Protocol;
    public readonly uint Length;

    public MacIoRequest(uint protocol, int length)
    {
        Protocol = protocol;
        Length = (uint)length;
    }
}
