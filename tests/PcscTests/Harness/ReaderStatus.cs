using System.Runtime.InteropServices;
using static MyNumber.PcscTests.Harness.BarePcsc;

namespace MyNumber.PcscTests.Harness;

/// <summary>Waits for what pcscd tells of a reader, by the bare calls of PC/SC.</summary>
internal static class ReaderStatus
{
    private const nuint PatienceMilliseconds = 30_000;

    /// <summary>Returns when pcscd tells that a card is in the reader, or that none is.</summary>
    public static void WaitForCard(string reader, bool present)
    {
        Demand(SCardEstablishContext(SystemScope, 0, 0, out nint context));
        try
        {
            ReaderState state = new() { Name = Marshal.StringToCoTaskMemUTF8(reader), Answer = new byte[33] };
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
}
