using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Exchange;

/// <summary>Conversion of codes by the core's book of issued codes: agencies are turned into their code holders first.</summary>
/// <remarks>Thread safe as the book is.</remarks>
public sealed class CodeBookConversion : ICodeConversion
{
    private readonly CodeBook _book;
    private readonly Func<AgencyDirectory> _directory;

    /// <summary>Joins book and directory.</summary>
    /// <param name="book">The core's book.</param>
    /// <param name="directory">The directory in force now.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CodeBookConversion(CodeBook book, Func<AgencyDirectory> directory)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(directory);
        (_book, _directory) = (book, directory);
    }

    /// <inheritdoc/>
    public async ValueTask<ConvertedCode> ConvertAsync(AgencyId inquirer, AgencyCode code, AgencyId provider, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        AgencyDirectory directory = _directory();
        if (!directory.TryFindHolderOf(inquirer, at, out CodeHolder? asking))
        {
            return ConvertedCode.None(InquiryOutcome.CodeInvalid);
        }

        if (!directory.TryFindHolderOf(provider, at, out CodeHolder? asked))
        {
            return ConvertedCode.None(InquiryOutcome.ProviderHasNoCode);
        }

        if (asking.Status != CodeHolderStatus.Active || asked.Status != CodeHolderStatus.Active)
        {
            return ConvertedCode.None(InquiryOutcome.HolderSuspended);
        }

        CodeTranslation translation = await _book.TranslateAsync(asking, code, asked, cancellationToken).ConfigureAwait(false);
        return translation.Outcome switch
        {
            TranslationOutcome.Found => ConvertedCode.Of(translation.Code),
            TranslationOutcome.HolderHasNoCode => ConvertedCode.None(InquiryOutcome.ProviderHasNoCode),
            _ => ConvertedCode.None(OutcomeOf(translation.Standing)),
        };
    }

    private static InquiryOutcome OutcomeOf(CodeStanding standing) => standing switch
    {
        CodeStanding.Foreign => InquiryOutcome.CodeForeign,
        CodeStanding.Superseded => InquiryOutcome.CodeSuperseded,
        _ => InquiryOutcome.CodeInvalid,
    };
}
