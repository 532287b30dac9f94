using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>pcsc-lite: DWORD and handles are as wide as a pointer, names are UTF-8.</summary>
internal sealed class LinuxLayout : IWinscardLayout
{
    public int ReaderStateSize => Unsafe.SizeOf<LinuxReaderState>();

    public int RequestSize => Unsafe.SizeOf<LinuxIoRequest>();

    public Encoding Names => Encoding.UTF8;

    public bool HasPlugAndPlay => true;

    public bool IsPowered(uint state) => (state & PcscConstants.PoweredFlag) != 0;

    public void WriteReaderState(Span<byte> state, nint name, uint current) => MemoryMarshal.Write(state, new LinuxReaderState(name, current));

    public uint ReadEvent(ReadOnlySpan<byte> state) => unchecked((uint)MemoryMarshal.Read<LinuxReaderState>(state).Event);

    public byte[] ReadAnswerToReset(ReadOnlySpan<byte> state)
    {
        LinuxReaderState read = MemoryMarshal.Read<LinuxReaderState>(state);
        ReadOnlySpan<byte> field = read.Atr;
        return field[..(int)Math.Min(read.AtrLength, (nuint)field.Length)].ToArray();
    }

    public void WriteRequest(Span<byte> request, uint protocol) => MemoryMarshal.Write(request, new LinuxIoRequest(protocol, RequestSize));
}
