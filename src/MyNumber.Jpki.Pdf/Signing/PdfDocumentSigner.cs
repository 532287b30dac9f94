using System.Text;
using MyNumber.Jpki.Pdf.Objects;
using MyNumber.Jpki.Pdf.Reading;
using MyNumber.Jpki.Pdf.Verification;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;

namespace MyNumber.Jpki.Pdf.Signing;

/// <summary>Signs PDF files (PDF署名の作成) with any RSA or ECDSA key, a card's too: adbe.pkcs7.detached (ISO 32000-1 §12.8.3.3) in an incremental update.</summary>
/// <remarks>The key is asked exactly once; what it throws comes through unchanged. Every byte of the given file stays, so the signatures that are in it hold on. Thread safe as far as the key is.</remarks>
public sealed class PdfDocumentSigner
{
    private const int MostReserved = 524_288;
    private const int MessageLength = 4096;
    private const int MostPoints = 14_400;

    private readonly TimeProvider _clock;

    /// <summary>Signs by a clock.</summary>
    /// <param name="clock">The clock of /M and of signingTime.</param>
    public PdfDocumentSigner(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
    }

    /// <summary>Signs a file in a new form field.</summary>
    /// <param name="signer">Certificate and key.</param>
    /// <param name="pdf">The file, signed already or not, within <see cref="PdfLimits"/>; it is copied.</param>
    /// <param name="options">What is written; <see langword="null"/> for <see cref="PdfSigningOptions.Default"/>.</param>
    /// <returns>The file with one more revision.</returns>
    /// <exception cref="ArgumentException">The file cannot be read here, has no such page, or would be too large; a signature in it allows nothing to follow (DocMDP with 1); the field name is taken or has a
    /// point; or an option is out of range.</exception>
    public byte[] Sign(SignerCredential signer, ReadOnlyMemory<byte> pdf, PdfSigningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(signer);
        options ??= PdfSigningOptions.Default;
        int reserved = Reserve(signer, options);
        DigestAlgorithm digest = DigestAlgorithm.Of(options.Message.Hash, nameof(options));
        SignaturePlaceholder placeholder = new(options, _clock.GetUtcNow(), reserved);
        byte[] file = Prepare(Read(pdf), options, placeholder, out int start);
        if (file.Length > PdfLimits.DocumentLength)
        {
            throw new ArgumentException("The signed file would be longer than is read here.", nameof(pdf));
        }

        byte[] hash = placeholder.Hash(file, start, digest.Name);
        placeholder.Fill(file, start, new CmsDocumentSigner(_clock).SignDigest(signer, hash, options.Message));
        return file;
    }

    /// <summary>How many bytes the message is given.</summary>
    private static int Reserve(SignerCredential signer, PdfSigningOptions options)
    {
        bool shaped = options.Rectangle is not { } place
            || ((long)place.Right - place.Left is > 0 and <= MostPoints && (long)place.Top - place.Bottom is > 0 and <= MostPoints);
        bool ranged = options.Message is not null && options.ReservedLength is >= 0 and <= MostReserved && options.Page >= 0;
        long length = ranged ? (3L * signer.RawCertificate.Length) + options.Message!.OtherCertificates.Sum(other => (long)other.Length) + MessageLength + options.ReservedLength : 0;
        return shaped && ranged && length <= PdfLimits.SignatureLength ? (int)length : throw new ArgumentException("An option of the signature is out of range.", nameof(options));
    }

    private static PdfFile Read(ReadOnlyMemory<byte> pdf)
    {
        VerificationReason reason = VerificationReason.PdfTooLarge;
        return (pdf.Length <= PdfLimits.DocumentLength ? PdfFile.Read(pdf.ToArray(), out reason) : null)
            ?? throw new ArgumentException($"The file cannot be signed: {reason}.", nameof(pdf));
    }

    private static byte[] Prepare(PdfFile file, PdfSigningOptions options, SignaturePlaceholder placeholder, out int start)
    {
        PdfView view = file.Newest;
        PdfValue? catalog = view.Catalog;
        IReadOnlyList<PdfReference>? pages = PageWalker.Pages(view);
        FormFields? fields = FieldReader.Read(view);
        VerificationReason flaw = file.TakeFlaw();
        if (catalog is null || pages is null || fields is null || options.Page >= pages.Count || flaw != VerificationReason.None)
        {
            throw new ArgumentException("The file cannot be signed: its catalog, form or page cannot be read.", nameof(file));
        }

        if (fields.Signatures.Any(one => view.Resolve(one.Value) is { } dictionary && SignatureDictionary.IsLast(view, dictionary) != false))
        {
            throw new ArgumentException("The file cannot be signed: a signature in it allows nothing to follow.", nameof(file));
        }

        using UpdateWriter writer = new(file);
        PdfReference signature = writer.NewReference(), field = writer.NewReference();
        start = writer.Write(signature, placeholder.Text);
        PdfReference page = pages[options.Page];
        string appearance = WriteAppearance(writer, options);
        string name = TextString.Write(ChooseName(fields, options.FieldName));
        writer.Write(field, DictionaryEditor.Latin($"<< /Type /Annot /Subtype /Widget /FT /Sig /T {name} /V {Text(signature)} /F 132 /P {Text(page)}{appearance} >>"));
        AddToPage(view, writer, page, field);
        AddToForm(view, writer, catalog, field);
        return writer.Finish();
    }

    private static string Text(PdfReference reference) => $"{reference.Number} {reference.Generation} R";

    private static string ChooseName(FormFields fields, string? wanted)
    {
        bool taken = wanted is not null && (wanted.Length is 0 or > PdfLimits.FieldNameLength || wanted.Contains('.', StringComparison.Ordinal) || fields.Names.Contains(wanted));
        return taken
            ? throw new ArgumentException("The field name is empty, too long, has a point, or is taken.", nameof(wanted))
            : wanted ?? Enumerable.Range(1, fields.Names.Count + 1).Select(number => $"Signature{number}").First(name => !fields.Names.Contains(name));
    }

    private static string WriteAppearance(UpdateWriter writer, PdfSigningOptions options)
    {
        if (options.Rectangle is not { } place)
        {
            return " /Rect [0 0 0 0]";
        }

        int width = place.Right - place.Left, height = place.Top - place.Bottom;
        string drawing = $"0.5 w 0.5 0.5 {width - 1} {height - 1} re S";
        PdfReference form = writer.NewReference();
        writer.Write(form, Encoding.ASCII.GetBytes($"<< /Type /XObject /Subtype /Form /BBox [0 0 {width} {height}] /Resources << >> /Length {drawing.Length} >>\nstream\n{drawing}\nendstream"));
        return $" /Rect [{place.Left} {place.Bottom} {place.Right} {place.Top}] /AP << /N {Text(form)} >>";
    }

    private static void AddToPage(PdfView view, UpdateWriter writer, PdfReference page, PdfReference field)
    {
        PdfValue dictionary = view.Find(page)!.Value;
        writer.Write(page, DictionaryEditor.With(dictionary, ("Annots", DictionaryEditor.Append(AsArray(view.Resolve(dictionary["Annots"])), Text(field)))));
    }

    private static void AddToForm(PdfView view, UpdateWriter writer, PdfValue catalog, PdfReference field)
    {
        PdfReference root = view.Trailer["Root"]!.Reference;
        PdfValue? form = view.Resolve(catalog["AcroForm"]);
        if (form is not { Kind: PdfKind.Dictionary })
        {
            writer.Write(root, DictionaryEditor.With(catalog, ("AcroForm", DictionaryEditor.Latin($"<< /Fields [{Text(field)}] /SigFlags 3 >>"))));
            return;
        }

        byte[] edited = DictionaryEditor.With(form, ("Fields", DictionaryEditor.Append(AsArray(view.Resolve(form["Fields"])), Text(field))), ("SigFlags", "3"u8.ToArray()));
        if (catalog["AcroForm"]!.Kind == PdfKind.Reference)
        {
            writer.Write(catalog["AcroForm"]!.Reference, edited);
        }
        else
        {
            writer.Write(root, DictionaryEditor.With(catalog, ("AcroForm", edited)));
        }
    }

    private static PdfValue? AsArray(PdfValue? value) =>
        value is null or { Kind: PdfKind.Null } ? null : value.Kind == PdfKind.Array ? value : throw new ArgumentException("The file cannot be signed: a list of fields or annotations is none.", nameof(value));
}
