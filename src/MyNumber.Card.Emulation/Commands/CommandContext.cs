using MyNumber.Card.Emulation.Access;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>Everything that checks and handlers see of one command.</summary>
internal ref struct CommandContext
{
    private readonly Span<byte> _response;

    public CommandContext(CommandApdu command, Span<byte> response, FileTree files, VolatileState state, IOpenBehaviours options)
    {
        Command = command;
        _response = response;
        Files = files;
        State = state;
        Options = options;
    }

    /// <summary>The command; once a secure-messaging object is taken off, the one inside.</summary>
    public CommandApdu Command { get; set; }

    public FileTree Files { get; }

    public VolatileState State { get; }

    public IOpenBehaviours Options { get; }

    /// <summary>The row of the command table, once the instruction is known.</summary>
    public CommandEntry? Entry { get; set; }

    /// <summary>The file that the command works on, once resolved.</summary>
    public CardFile? Target { get; set; }

    /// <summary>The rule that the access check applied.</summary>
    public AccessRule? Rule { get; set; }

    /// <summary>Ne of the command that carried a secure-messaging object; 0 for a plain command.</summary>
    public int SecuredExpectedLength { get; set; }

    /// <summary>Whether the answer's data goes back encrypted.</summary>
    public bool IsSecured { get; set; }

    /// <summary>Number of response data bytes written.</summary>
    public int Written { get; private set; }

    /// <summary>Whether the caller's buffer could not take an answer.</summary>
    public bool IsBufferTooShort { get; private set; }

    /// <summary>Reserves response data in front of the status word.</summary>
    /// <returns>A span of that length, or an empty one when the caller's buffer is too short.</returns>
    public Span<byte> Reserve(int length)
    {
        if (_response.Length - 2 < (IsSecured ? SecuredAnswer.LengthOf(length) : length))
        {
            IsBufferTooShort = true;
            return default;
        }

        Written = length;
        return _response[..length];
    }

    /// <summary>Encrypts the data written so far in its place.</summary>
    public void Secure()
    {
        int length = SecuredAnswer.LengthOf(Written);
        SecuredAnswer.Wrap(State.Session!, Written, _response[..length]);
        Written = length;
    }

    /// <summary>Writes the status word behind the data; an answer other than 9000 carries no data, and what was written for it is zeroed.</summary>
    /// <returns>The length of the answer.</returns>
    public int Finish(ushort status)
    {
        int data = status == Status.Success ? Written : 0;
        _response[data..Written].Clear();
        _response[data] = (byte)(status >> 8);
        _response[data + 1] = (byte)(status & 0xFF);
        return data + 2;
    }
}
