using MyNumber.Card.Emulation.Commands;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>Follows which file of which application a recorded READ BINARY went to.</summary>
internal sealed class CardPlace
{
    private int _connection;
    private string _application = string.Empty;
    private int _file = -1;

    /// <summary>Power was given: nothing is selected.</summary>
    public void Restart()
    {
        _connection++;
        (_application, _file) = (string.Empty, -1);
    }

    /// <summary>Follows a command that the card carried out.</summary>
    public void Follow(ReadOnlySpan<byte> command)
    {
        CommandApdu apdu = CommandApdu.Decode(command);
        if (apdu.Instruction == 0xA4 && apdu.P1 == 0x04)
        {
            (_application, _file) = (Convert.ToHexString(apdu.Data), -1);
        }
        else if (apdu.Instruction == 0xA4 && apdu.Data.Length == 2)
        {
            _file = (apdu.Data[0] << 8) | apdu.Data[1];
        }
        else if (apdu.Instruction == 0xB0 && apdu.P1 >= 0x80)
        {
            _file = apdu.P1 & 0x1F;
        }
    }

    /// <summary>The file that is current.</summary>
    public FilePlace File => new(_connection, _application, _file);

    /// <summary>Where a READ BINARY begins to read.</summary>
    public static int OffsetOf(ReadOnlySpan<byte> command) => command[2] >= 0x80 ? command[3] : (command[2] << 8) | command[3];
}
