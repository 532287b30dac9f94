using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>Takes secure messaging off a command: class bits, session, the one data object, counter, padding (§5.6, one source, measured unless said otherwise).</summary>
internal static class SecureMessagingCheck
{
    private const byte PaddingIndicator = 0x01;

    public static ushort Run(ref CommandContext context) => (context.Command.Class & 0x0C) switch
    {
        0x00 => Status.Success,
        0x08 when context.Entry!.Secured == SecuredForm.None => Status.SecureMessaging,
        0x08 when !context.State.Application.HasSecureMessaging => context.Entry.WithoutSession,
        0x08 => Unwrap(ref context),
        0x0C => Status.SecureMessagingObjectMissing,
        _ => Status.SecureMessaging,
    };

    // That a command without any object leaves the session open is assumed; every other mistake ends it.
    private static ushort Unwrap(ref CommandContext context)
    {
        if (context.State.Session is not { } session)
        {
            return Status.NoSecureMessagingSession;
        }

        if (!context.Command.IsWellFormed)
        {
            return Status.WrongLength;
        }

        session.Advance();
        if (context.Command.Data.IsEmpty)
        {
            return Status.SecureMessagingObjectMissing;
        }

        if (TryReadObject(context.Command.Data, (byte)context.Entry!.Secured, out ReadOnlySpan<byte> value) && TryUnwrap(ref context, session, value))
        {
            return Status.Success;
        }

        context.State.SetSession(null);
        return Status.SecureMessagingObject;
    }

    private static bool TryUnwrap(ref CommandContext context, SecureSession session, ReadOnlySpan<byte> value)
    {
        CommandApdu command = context.Command;
        if (context.Entry!.Secured == SecuredForm.ExpectedLength)
        {
            if (value is not [0x00, byte high, byte low])
            {
                return false;
            }

            int expected = (high << 8) | low;
            context.SecuredExpectedLength = command.ExpectedLength;
            context.IsSecured = true;
            context.Command = command.Unwrap(default, command.ExpectedLength == 0 ? 0 : expected == 0 ? 65536 : expected);
            return true;
        }

        if (value.Length is 0 or > SecureSession.MaximumCommandLength || value[0] != PaddingIndicator || (value.Length - 1) % SecureSession.BlockLength != 0
            || value.Length == 1 || !session.TryDecrypt(value[1..], out ReadOnlySpan<byte> plain))
        {
            return false;
        }

        context.Command = command.Unwrap(plain, command.ExpectedLength);
        return true;
    }

    /// <summary>Reads the only object of the command data; its length may be in the short or in a long form.</summary>
    private static bool TryReadObject(ReadOnlySpan<byte> data, byte tag, out ReadOnlySpan<byte> value)
    {
        value = default;
        (int header, int length) = data switch
        {
            [_, <= 0x7F, ..] => (2, data[1]),
            [_, 0x81, _, ..] => (3, data[2]),
            [_, 0x82, _, _, ..] => (4, (data[2] << 8) | data[3]),
            _ => (0, 0),
        };
        if (header == 0 || data[0] != tag || data.Length != header + length)
        {
            return false;
        }

        value = data[header..];
        return true;
    }
}
