using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>Windows: DWORD has 4 bytes, handles are as wide as a pointer, names are UTF-16.</summary>
internal sealed class WindowsLayout : IWinscardLayout
{
    public int ReaderStateSize => Unsafe.SizeOf<WindowsReaderState>();

    public int RequestSize => Unsafe.SizeOf<WindowsIoRequest>();

    public Encoding Names => Encoding.Unicode;

    public bool HasPlugAndPlay => true;

    public bool IsPowered(uint state) => state >= PcscConstants.PoweredOnWindows;

    public void WriteReaderState(Span<byte> state, nint name, uint current) => MemoryMarshal.Write(state, new WindowsReaderState(name, current));

    public uint ReadEvent(ReadOnlySpan<byte> state) => MemoryMarshal.Read<WindowsReaderState>(state).Event;

    public byte[] ReadAnswerToReset(ReadOnlySpan<byte> state)
    {
        WindowsReaderState read = MemoryMarshal.Read<WindowsReaderState>(state);
        ReadOnlySpan<byte> field = read.Atr;
        return field[..(int)Math.Min(read.AtrLength, (uint)field.Length)].ToArray();
    }

    public void WriteRequest(Span<byte> request, uint protocol) => MemoryMarshal.Write(request, new WindowsIoRequest(protocol, RequestSize));
}
