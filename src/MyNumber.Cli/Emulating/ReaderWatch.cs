using MyNumber.Card.Emulation.Readers;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Emulating;

/// <summary>Tells how a virtual reader fares: the first time that the driver sees the card, and on standard error once each time that something is in the way, and when it is gone.</summary>
/// <param name="reader">The reader.</param>
/// <param name="context">Where it is told.</param>
/// <param name="clock">Measures the driver's patience.</param>
/// <param name="onFirst">Tells that the card is in.</param>
internal sealed class ReaderWatch(VirtualReader reader, VerbContext context, TimeProvider clock, Action onFirst)
{
    /// <summary>The driver looks for a card every 400 ms; after several looks without a question it looks at another card.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private VirtualReaderState? _told;
    private bool _wasIn;

    /// <summary>Whether the driver has seen the card.</summary>
    public bool WasIn => _wasIn;

    /// <summary>Watches until it is stopped.</summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        VirtualReaderState state = reader.State;
        while (true)
        {
            Task<VirtualReaderState> change = reader.WaitForChangeAsync(state, cancellation);
            if (state != VirtualReaderState.Waiting || await StaysAsync(change, cancellation).ConfigureAwait(false))
            {
                Tell(state);
            }

            state = await change.ConfigureAwait(false);
        }
    }

    private async Task<bool> StaysAsync(Task change, CancellationToken cancellation)
    {
        Task first = await Task.WhenAny(change, Task.Delay(Patience, clock, cancellation)).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return first != change;
    }

    private void Tell(VirtualReaderState state)
    {
        if (state == VirtualReaderState.Attached)
        {
            TellAttached();
        }
        else if (state != VirtualReaderState.Disconnected && state != _told)
        {
            _told = state;
            context.Report.Notice(state == VirtualReaderState.Unreachable ? Unreachable : Taken);
        }
    }

    private void TellAttached()
    {
        if (!_wasIn)
        {
            onFirst();
        }
        else if (_told is not null)
        {
            context.Report.Notice(context.Language.Pick($"The card is in the reader at {reader.Address} again.", $"リーダー {reader.Address} にカードが戻りました。"));
        }

        (_wasIn, _told) = (true, null);
    }

    private string Unreachable => context.Language.Pick(
        $"Nobody listens at {reader.Address}; trying again until stopped. Start pcscd with its driver vpcd (Debian: pcscd and vsmartcard-vpcd), or look at the port.",
        $"{reader.Address} で待ち受けるものがありません。停止するまで再試行します。pcscd と vpcd ドライバー (Debian では pcscd と vsmartcard-vpcd) を起動するか、ポートを確かめてください。");

    private string Taken => context.Language.Pick(
        $"Connected to {reader.Address}, but the driver does not ask for the card: another card has this slot, or it is no vpcd. Waiting. Stop the other one, or take the other slot (Debian: 35963 and 35964).",
        $"{reader.Address} に接続しましたが、ドライバーがカードを確認しません。このスロットに別のカードがあるか、vpcd ではありません。待機します。別のカードを停止するか、もう一方のスロット (Debian では 35963 と 35964) を使ってください。");
}
