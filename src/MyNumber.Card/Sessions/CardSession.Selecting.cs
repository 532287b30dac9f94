using MyNumber.Card.Apdu;

namespace MyNumber.Card.Sessions;

public sealed partial class CardSession
{
    /// <summary>Selects an application by its AID, which on this card also closes all PINs.</summary>
    /// <param name="application">The AID.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns><see langword="false"/> when the card has no such application (<c>6A82</c>).</returns>
    /// <exception cref="CardStatusException">Another status word than <c>9000</c> and <c>6A82</c>.</exception>
    public async ValueTask<bool> TrySelectApplicationAsync(CardApplicationId application, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        return Selected(application, await SendAsync(SelectCommand(application), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The synchronous twin of <see cref="TrySelectApplicationAsync"/>. Nothing is allocated.</summary>
    /// <param name="application">The AID.</param>
    /// <returns><see langword="false"/> when the card has no such application (<c>6A82</c>).</returns>
    /// <exception cref="CardStatusException">Another status word than <c>9000</c> and <c>6A82</c>.</exception>
    public bool TrySelectApplication(CardApplicationId application)
    {
        ArgumentNullException.ThrowIfNull(application);
        return Selected(application, Send(SelectCommand(application)));
    }

    /// <summary>Selects an application by its AID, which on this card also closes all PINs.</summary>
    /// <param name="application">The AID.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>A task that ends when it is selected.</returns>
    /// <exception cref="CardStatusException">The card refused; <c>6A82</c> when it has no such application.</exception>
    public async ValueTask SelectApplicationAsync(CardApplicationId application, CancellationToken cancellationToken = default)
    {
        if (!await TrySelectApplicationAsync(application, cancellationToken).ConfigureAwait(false))
        {
            throw new CardStatusException($"SELECT application {application}", StatusWord.NotFound);
        }
    }

    /// <summary>Selects a file of the current application. Nothing is allocated when the channel completes at once.</summary>
    /// <param name="file">The file: transparent, PIN or key.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>A task that ends when it is selected.</returns>
    /// <exception cref="CardStatusException">The card refused; <c>6A82</c> when there is no such file.</exception>
    public ValueTask SelectFileAsync(CardFileId file, CancellationToken cancellationToken = default)
    {
        ValueTask<int> pending = BeginAsync(SelectFileCommand(file), cancellationToken);
        if (!pending.IsCompletedSuccessfully)
        {
            return AwaitSelectionAsync(file, pending);
        }

        Accept(file, TakeStatus(pending.Result));
        return ValueTask.CompletedTask;
    }

    /// <summary>The synchronous twin of <see cref="SelectFileAsync"/>. Nothing is allocated.</summary>
    /// <param name="file">The file: transparent, PIN or key.</param>
    /// <exception cref="CardStatusException">The card refused; <c>6A82</c> when there is no such file.</exception>
    public void SelectFile(CardFileId file) => Accept(file, Send(SelectFileCommand(file)));

    private async ValueTask AwaitSelectionAsync(CardFileId file, ValueTask<int> pending) => Accept(file, TakeStatus(await EndAsync(pending).ConfigureAwait(false)));

    private ReadOnlyMemory<byte> SelectCommand(CardApplicationId application) => Compose(new CommandApdu(0x00, 0xA4, 0x04, 0x0C, application.Value));

    private ReadOnlyMemory<byte> SelectFileCommand(CardFileId file) =>
        Compose(new CommandApdu(0x00, 0xA4, 0x02, 0x0C, [(byte)(file.Value >> 8), (byte)(file.Value & 0xFF)]));

    private bool Selected(CardApplicationId application, StatusWord status)
    {
        // ISO/IEC 7816-4 §5.6: 64xx to 6Fxx are errors, and the selection stays as it was; anything else may have changed it.
        if (status.Sw1 is < 0x64 or > 0x6F)
        {
            Selection++;
            _tries.Application = application;
            Unprotect();
        }

        _isSelectionLost &= !status.IsSuccess;
        return status.IsSuccess || (status == StatusWord.NotFound ? false : throw new CardStatusException($"SELECT application {application}", status));
    }

    /// <summary>Nothing that was known of the card's state holds any more. A protected session stays in the way, without its key, so that nothing passes in the clear.</summary>
    private void LoseSelection()
    {
        _isSelectionLost = true;
        Selection++;
        _tries.Application = null;
        _secure?.Dispose();
    }

    private static void Accept(CardFileId file, StatusWord status)
    {
        if (!status.IsSuccess)
        {
            throw new CardStatusException($"SELECT file {file}", status);
        }
    }
}
