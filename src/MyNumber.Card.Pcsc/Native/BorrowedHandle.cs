using System.Runtime.InteropServices;

namespace MyNumber.Card.Pcsc.Native;

/// <summary>A handle's value that cannot be released while it is in use.</summary>
internal readonly ref struct BorrowedHandle
{
    private readonly SafeHandle _owner;

    /// <exception cref="ObjectDisposedException">The handle is released.</exception>
    public BorrowedHandle(SafeHandle owner)
    {
        bool borrowed = false;
        owner.DangerousAddRef(ref borrowed);
        _owner = owner;
        Value = owner.DangerousGetHandle();
    }

    public nint Value { get; }

    public void Dispose() => _owner.DangerousRelease();
}
