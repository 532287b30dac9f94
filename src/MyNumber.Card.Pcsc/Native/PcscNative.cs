using System.Runtime.InteropServices;
using System.Text;
using MyNumber.Card.Pcsc.Errors;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>The seam over a platform's library: text, structures and buffers are laid out here, by the platform's layout.</summary>
internal sealed unsafe class PcscNative(IWinscard library, IWinscardLayout layout) : IPcscNative
{
    private const int MaximumNames = 65_536;
    private const int ListAttempts = 4;
    private const uint EitherProtocol = PcscConstants.ProtocolT0 | PcscConstants.ProtocolT1;

    public bool HasPlugAndPlay => layout.HasPlugAndPlay;

    private int CharacterSize => layout.Names.GetByteCount("\0");

    public uint EstablishContext(out nint context) => library.EstablishContext(out context);

    public uint ReleaseContext(nint context) => library.ReleaseContext(context);

    public uint Cancel(nint context) => library.Cancel(context);

    public uint ListReaders(nint context, out string[] readers)
    {
        readers = [];
        uint code = PcscCodes.InsufficientBuffer;
        // Readers may come between the two calls, so the length is asked for again.
        for (int attempt = 0; attempt < ListAttempts && code == PcscCodes.InsufficientBuffer; attempt++)
        {
            uint length = 0;
            code = library.ListReaders(context, null, ref length);
            if (code == PcscCodes.Success)
            {
                code = length > MaximumNames ? PcscCodes.InternalError : ListReaders(context, length, out readers);
            }
        }

        return code;
    }

    public uint GetStatusChange(nint context, uint timeoutMilliseconds, ReadOnlySpan<WatchedReader> readers)
    {
        int size = layout.ReaderStateSize;
        nint[] names = new nint[readers.Length];
        byte* states = (byte*)NativeMemory.AllocZeroed((nuint)Math.Max(readers.Length * size, 1));
        try
        {
            for (int i = 0; i < readers.Length; i++)
            {
                names[i] = NewName(readers[i].Name);
                layout.WriteReaderState(new Span<byte>(states + (i * size), size), names[i], readers[i].Current);
            }

            uint code = library.GetStatusChange(context, timeoutMilliseconds, states, (uint)readers.Length);
            for (int i = 0; i < readers.Length; i++)
            {
                ReadOnlySpan<byte> state = new(states + (i * size), size);
                readers[i].Event = layout.ReadEvent(state);
                readers[i].AnswerToReset = layout.ReadAnswerToReset(state);
            }

            return code;
        }
        finally
        {
            NativeMemory.Free(states);
            foreach (nint name in names)
            {
                NativeMemory.Free((void*)name);
            }
        }
    }

    public uint Connect(nint context, string reader, out nint card, out uint protocol)
    {
        nint name = NewName(reader);
        try
        {
            return library.Connect(context, (byte*)name, PcscConstants.ShareShared, EitherProtocol, out card, out protocol);
        }
        finally
        {
            NativeMemory.Free((void*)name);
        }
    }

    public uint Reconnect(nint card, uint initialization, out uint protocol) =>
        library.Reconnect(card, PcscConstants.ShareShared, EitherProtocol, initialization, out protocol);

    public uint ReadPower(nint card, out bool isPowered)
    {
        uint code = library.Status(card, out uint state);
        isPowered = code == PcscCodes.Success && layout.IsPowered(state);
        return code;
    }

    public uint Disconnect(nint card, uint disposition) => library.Disconnect(card, disposition);

    public uint BeginTransaction(nint card) => library.BeginTransaction(card);

    public uint EndTransaction(nint card, uint disposition) => library.EndTransaction(card, disposition);

    public uint Transmit(nint card, uint protocol, ReadOnlySpan<byte> command, Span<byte> response, out int length)
    {
        ulong* request = stackalloc ulong[2];
        layout.WriteRequest(new Span<byte>(request, 2 * sizeof(ulong)), protocol);
        uint received = (uint)response.Length;
        fixed (byte* send = command)
        fixed (byte* receive = response)
        {
            uint code = library.Transmit(card, (byte*)request, send, (uint)command.Length, receive, ref received);
            if (code == PcscCodes.Success && received > response.Length)
            {
                code = PcscCodes.InsufficientBuffer;
            }

            length = code == PcscCodes.Success ? (int)received : 0;
            return code;
        }
    }

    private uint ListReaders(nint context, uint length, out string[] readers)
    {
        byte[] buffer = new byte[(int)length * CharacterSize];
        fixed (byte* names = buffer)
        {
            uint code = library.ListReaders(context, names, ref length);
            int filled = Math.Min((int)Math.Min(length, MaximumNames) * CharacterSize, buffer.Length);
            readers = code == PcscCodes.Success
                ? layout.Names.GetString(buffer, 0, filled).Split('\0', StringSplitOptions.RemoveEmptyEntries)
                : [];
            return code;
        }
    }

    /// <summary>The name with its final zero in memory that does not move; the caller frees it.</summary>
    private nint NewName(string name)
    {
        Encoding encoding = layout.Names;
        int length = encoding.GetByteCount(name);
        byte* memory = (byte*)NativeMemory.AllocZeroed((nuint)(length + CharacterSize));
        encoding.GetBytes(name, new Span<byte>(memory, length));
        return (nint)memory;
    }
}
