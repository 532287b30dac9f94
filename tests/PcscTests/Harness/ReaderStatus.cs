using System.Runtime.InteropServices;

namespace MyNumber.PcscTests.Harness;

/// <summary>Waits for what pcscd tells of a reader, by the least of PC/SC that does it (Linux, 64 bits: every number has 8 bytes).</summary>
internal static class ReaderStatus
{
    private const nuint SystemScope = 2;
    private const nuint PresentFlag = 0x20;
    private const nuint ChangedFlag = 0x02;
    private const nuint PatienceMilliseconds = 30_000;

    /// <summary>Returns when pcscd tells that a card is in the reader, or that none is.</summary>
    public static void WaitForCard(string reader, bool present)
    {
        Demand(SCardEstablishContext(SystemScope, 0, 0, out nint context));
        try
        {
            State state = new() { Name = Marshal.StringToCoTaskMemUTF8(reader), Answer = new byte[33] };
            Demand(SCardGetStatusChange(context, PatienceMilliseconds, ref state, 1));
            while ((state.Event & PresentFlag) != 0 != present)
            {
                state.Current = state.Event & ~ChangedFlag;
                Demand(SCardGetStatusChange(context, PatienceMilliseconds, ref state, 1));
            }

            Marshal.FreeCoTaskMem(state.Name);
        }
        finally
        {
            _ = SCardReleaseContext(context);
        }
    }

    private static void Demand(nint code)
    {
        if (code != 0)
        {
            throw new InvalidOperationException($"PC/SC answered {(uint)code:X8}.");
        }
    }

    [DllImport("libpcsclite.so.1")]
    private static extern nint SCardEstablishContext(nuint scope, nint reserved1, nint reserved2, out nint context);

    [DllImport("libpcsclite.so.1")]
    private static extern nint SCardReleaseContext(nint context);

    [DllImport("libpcsclite.so.1")]
    private static extern nint SCardGetStatusChange(nint context, nuint timeout, ref State state, nuint count);

    [StructLayout(LayoutKind.Sequential)]
    private struct State
    {
        public nint Name;
        public nint UserData;
        public nuint Current;
        public nuint Event;
        public nuint AnswerLength;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 33)]
        public byte[] Answer;
    }
}
