using System.Buffers.Binary;

namespace MyNumber.CardFuzz.Emulator;

/// <summary>Changes of form that a careless or hostile terminal could make.</summary>
internal static class CommandMutator
{
    public static byte[] Mutate(FuzzRandom random, byte[] command)
    {
        byte[] changed = [.. command];
        for (int times = 1 + random.Below(3); times > 0 && changed.Length > 0; times--)
        {
            changed = Once(random, changed);
        }

        return changed;
    }

    private static byte[] Once(FuzzRandom random, byte[] command)
    {
        int place = random.Below(command.Length);
        switch (random.Below(11))
        {
            case 0:
                command[place] ^= (byte)(1 << random.Below(8));
                return command;
            case 1:
                command[place] = random.Byte();
                return command;
            case 2:
                return command[..place];
            case 3:
                return [.. command, .. random.Bytes(1 + random.Below(6))];
            case 4 when command.Length > 4:
                command[4] = random.Pick<byte>(0x00, 0x01, 0xFF, (byte)((command.Length - 5) & 0xFF), random.Byte());
                return command;
            case 5:
                command[0] = random.Pick<byte>(0x00, 0x80, 0x08, 0x0C, 0x04, 0x10, 0x01, 0x88, 0xFF);
                return command;
            case 6 when command.Length > 2:
                command[2] = random.Pick<byte>(0x00, 0x80, 0x7F, 0x9F, 0xFF, random.Byte());
                return command;
            case 7 when command.Length > 3:
                command[3] = random.Pick<byte>(0x00, 0x80, 0x97, 0x9A, 0x9F, 0xFF, random.Byte());
                return command;
            case 8 when command.Length > 5 && command[4] != 0:
                return Extended(random, command);
            case 9:
                command[^1] = random.Pick<byte>(0x00, 0xFF, 0x01, random.Byte());
                return command;
            default:
                return [.. command[..place], .. command[(place / 2)..]];
        }
    }

    private static byte[] Extended(FuzzRandom random, byte[] command)
    {
        int length = Math.Min(command[4], command.Length - 5);
        byte[] head = [.. command[..4], 0x00, 0x00, 0x00];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(5), (ushort)length);
        return random.OneIn(2) ? [.. head, .. command[5..(5 + length)]] : [.. head, .. command[5..(5 + length)], random.Pick<byte>(0, 1), random.Byte()];
    }
}
