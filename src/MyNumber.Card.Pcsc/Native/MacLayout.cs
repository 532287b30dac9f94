using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>macOS: DWORD and handles have 4 bytes, structures are packed, names are UTF-8; readers are found by asking again.</summary>
internal sealed class MacLayout : IWinscardLayout
{
    public int ReaderStateSize => Unsafe.SizeOf<MacReaderState>();

    public int RequestSize => Unsafe.SizeOf<MacIoRequest>();

    public Encoding Names => Encoding.UTF8;

    public bool HasPlugAndPlay => false;

    public bool IsPowered(uint state) => (state & PcscConstants.PoweredFlag) != 0;

    public void WriteReaderState(Span<byte> state, nint name, uint current) => MemoryMarshal.Write(state, new MacReaderState(name, current));

    public uint ReadEvent(ReadOnlySpan<byte> state) => MemoryMarshal.Read<MacReaderState>(state).Event;

    public byte[] ReadAnswerToReset(ReadOnlySpan<byte> state)
    {
        MacReaderState read = MemoryMarshal.Read<MacReaderState>(state);
        ReadOnlySpan<byte> field = read.Atr;
        return field[..(int)Math.Min(read.AtrLength, (uint)field.Length)].ToArray();
    }

    public void WriteRequest(Span<byte> request, uint protocol) => MemoryMarshal.Write(request, new MacIoRequest(protocol, RequestSize));
}
