using MyNumber.Card.Apdu;

namespace MyNumber.Card.Pins;

/// <summary>The tries that a card last told, per PIN of an application, for a card that does not tell them when it is asked.</summary>
internal sealed class TriesMemory
{
    private readonly Dictionary<(CardApplicationId? Application, CardFileId File), int> _lastTold = [];

    /// <summary>The application that is current, or <see langword="null"/> while none is known.</summary>
    public CardApplicationId? Application { get; set; }

    /// <summary>Tries left as last told, or <see langword="null"/> when the card told none since the last right PIN.</summary>
    public int? this[CardFileId file]
    {
        get => _lastTold.TryGetValue((Application, file), out int tries) ? tries : null;
        set
        {
            if (value is int tries)
            {
                _lastTold[(Application, file)] = tries;
            }
            else
            {
                _lastTold.Remove((Application, file));
            }
        }
    }

    /// <summary>Counts an attempt before it is sent, so that one whose answer is lost counts as spent. It never counts to zero: blocked is what the card says.</summary>
    public void Attempt(CardFileId file) => this[file] = this[file] is int tries ? (tries > 1 ? tries - 1 : tries) : 1;

    /// <summary>Takes over what a status word of VERIFY tells.</summary>
    public void Learn(CardFileId file, StatusWord status)
    {
        if (status.IsBlocked)
        {
            this[file] = 0;
        }
        else if (status.TryGetTriesLeft(out int tries))
        {
            this[file] = tries;
        }
        else if (status == StatusWord.WrongWithoutLimit)
        {
            this[file] = null;
        }
    }
}
