using MyNumber.Card.Applications.Surface;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards.Reads;

/// <summary>The four images on the card's face as files of a new folder.</summary>
internal static class FaceFiles
{
    public static ExitCode Write(FaceRecord face, string folder, VerbContext context)
    {
        try
        {
            _ = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(folder)
                : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick($"The folder cannot be made: {fault.GetType().Name}.", $"フォルダーを作成できません: {fault.GetType().Name}")]);
        }

        (string Name, ReadOnlyMemory<byte> Image)[] images =
            [("name.png", face.NameImage), ("address.png", face.AddressImage), ("photo.jp2", face.Photo), ("security-code.png", face.SecurityCodeImage)];
        foreach ((string name, ReadOnlyMemory<byte> image) in images)
        {
            if (!PrivateFile.TryWrite(Path.Combine(folder, name), image.Span, context))
            {
                return ExitCode.Undetermined;
            }
        }

        return TellWritten(images.Select(one => (one.Name, one.Image.Length)), context);
    }

    public static ExitCode TellWritten(IEnumerable<(string Name, int Length)> files, VerbContext context)
    {
        foreach ((string name, int length) in files)
        {
            context.Report.Answer(FormattableString.Invariant($"{name}: {length} {context.Language.Pick("bytes written", "バイトを書き込みました")}"), writer =>
            {
                writer.WriteString("file", name);
                writer.WriteNumber("bytes", length);
            });
        }

        return ExitCode.Done;
    }
}
