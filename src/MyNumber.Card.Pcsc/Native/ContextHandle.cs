using System.Runtime.InteropServices;
using MyNumber.Card.Pcsc.Errors;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>A line to the PC/SC service. Each connection and each monitor has its own, because a call that waits keeps all others on its line waiting.</summary>
internal sealed class ContextHandle : SafeHandle
{
    // pcsc-lite looks for the card each 400 ms where the driver does not tell.
    private const uint NoticeOfRemoval = 600;

    private ContextHandle(IPcscNative native, nint context)
        : base(0, ownsHandle: true)
    {
        Native = native;
        IsOpen = true;
        SetHandle(context);
    }

    public IPcscNative Native { get; }

    /// <summary>A context may well be zero, so the value says nothing.</summary>
    public override bool IsInvalid => !IsOpen;

    private bool IsOpen { get; }

    /// <summary>Opens a line.</summary>
    /// <exception cref="PcscException">No library, no service, no permission.</exception>
    public static ContextHandle Establish(IPcscNative native)
    {
        try
        {
            PcscFailure.ThrowIfFailed(native.EstablishContext(out nint context));
            return new ContextHandle(native, context);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            throw new PcscException(PcscErrors.LibraryMissing, e);
        }
    }

    public string[] ListReaders()
    {
        using BorrowedHandle context = new(this);
        uint code = Native.ListReaders(context.Value, out string[] readers);
        if (code == PcscCodes.NoReadersAvailable)
        {
            return [];
        }

        PcscFailure.ThrowIfFailed(code);
        return readers;
    }

    /// <summary>Waits for a change; the code is the caller's to judge.</summary>
    public uint GetStatusChange(uint timeoutMilliseconds, ReadOnlySpan<WatchedReader> readers)
    {
        using BorrowedHandle context = new(this);
        return Native.GetStatusChange(context.Value, timeoutMilliseconds, readers);
    }

    /// <summary>What a reader holds now.</summary>
    public WatchedReader ReadState(string reader)
    {
        WatchedReader state = new(reader);
        PcscFailure.ThrowIfFailed(GetStatusChange(0, [state]));
        return state;
    }

    /// <summary>Whether the reader is empty, or told as empty within the time that pcsc-lite takes to notice.</summary>
    public bool IsEmpty(string reader)
    {
        WatchedReader state = new(reader);
        uint code = GetStatusChange(0, [state]);
        if (code == PcscCodes.Success && state.Is(PcscConstants.StatePresent))
        {
            state.Current = state.Event & ~PcscConstants.StateChanged;
            code = GetStatusChange(NoticeOfRemoval, [state]);
        }

        return code == PcscCodes.Success && state.Is(PcscConstants.StateEmpty);
    }

    public void Cancel()
    {
        using BorrowedHandle context = new(this);
        _ = Native.Cancel(context.Value);
    }

    protected override bool ReleaseHandle() => Native.ReleaseContext(handle) == PcscCodes.Success;
}
