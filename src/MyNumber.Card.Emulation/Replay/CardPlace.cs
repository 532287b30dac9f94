using MyNumber.Card.Emulation.Commands;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>Follows which file of which application a recorded READ BINARY went to, as the card's own model does. Where that is in doubt nothing is known: a file of which
/// something is left in a transcript must be named beyond doubt.</summary>
internal sealed class CardPlace
{
    private const int Unknown = -1;
    private const string UnknownApplication = "?";
    private int _connection;
    private int _selections;
    private string _application = string.Empty;
    private int _file = Unknown;

    /// <summary>Power was given: nothing is selected.</summary>
    public void Restart()
    {
        _connection++;
        (_application, _file) = (string.Empty, Unknown);
    }

    /// <summary>Follows a command and what became of it.</summary>
    public void Follow(ReadOnlySpan<byte> command, int status)
    {
        CommandApdu apdu = CommandApdu.Decode(command);
        if (status == 0)
        {
            Forget();
        }
        else if (apdu.Instruction == 0xA4)
        {
            FollowSelection(apdu, status);
        }
        else if (CommandTable.Find((byte)(apdu.Class & 0x80), apdu.Instruction) is { } entry
            && CheckOrder.ShortIdentifier(entry.Target, apdu.P1, apdu.P2) is var named and not 0 && status != Status.NotFound)
        {
            // A short identifier makes its file current even when a later check refuses; an earlier one leaves the old file current.
            _file = IsCarriedOut(status) ? named : Unknown;
        }
    }

    /// <summary>The file that is current.</summary>
    public FilePlace File => new(_connection, _application, _file);

    /// <summary>Where a READ BINARY begins to read.</summary>
    public static int OffsetOf(ReadOnlySpan<byte> command) => command[2] >= 0x80 ? command[3] : (command[2] << 8) | command[3];

    private void FollowSelection(CommandApdu apdu, int status)
    {
        // ISO/IEC 7816-4 §5.6: 64xx to 6Fxx leave the selection as it was.
        if (status >> 8 is >= 0x64 and <= 0x6F)
        {
            return;
        }

        switch ((apdu.Class, apdu.P1, apdu.P2 & 0x03))
        {
            case (0x00, 0x04, 0x00) when IsCarriedOut(status):
                (_application, _file) = (Convert.ToHexString(apdu.Data), Unknown);
                break;
            case (0x00, 0x02, 0x00) when IsCarriedOut(status) && apdu.Data.Length == 2:
                _file = (apdu.Data[0] << 8) | apdu.Data[1];
                break;
            case (_, 0x02, _):
                _file = Unknown;
                break;
            default:
                Forget();
                break;
        }
    }

    /// <summary>Each doubtful selection is a place of its own, so that pieces of two files are not put together.</summary>
    private void Forget() => (_application, _file) = ($"{UnknownApplication}{++_selections}", Unknown);

    private static bool IsCarriedOut(int status) => status >> 8 is 0x90 or 0x61 or 0x62;
}
