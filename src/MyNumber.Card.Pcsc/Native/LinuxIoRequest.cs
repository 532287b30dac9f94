using System.Runtime.InteropServices;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>SCARD_IO_REQUEST of pcsc-lite: DWORD is an unsigned long, natural alignment.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct LinuxIoRequest
{
    public readonly nuint Protocol;
    public readonly nuint Length;

    public LinuxIoRequest(uint protocol, int length)
    {
        Protocol = protocol;
        Length = (nuint)length;
    }
}
