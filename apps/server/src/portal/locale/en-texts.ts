/** The long texts in English. */
export const enTexts = {
  privacy: {
    title: 'Privacy notice',
    lead: (name: string) => `How the ${name} treats your personal information.`,
    parts: [
      {
        title: 'What we collect',
        text: [
          'You can read this site without signing in; we do not collect your name or phone for that.',
          'When you apply or ask online we collect the name, the phone number and what you enter in the form, and nothing else.',
        ],
      },
      {
        title: 'What for',
        text: ['To handle your request, answer you and tell you the result, and for statistics without personal data.'],
      },
      {
        title: 'Who sees it',
        text: [
          'Only the staff who handle it, with numbers partly hidden; seeing them whole needs a permission and a reason and leaves a record.',
          'It is not given to others unless the law requires it.',
        ],
      },
      {
        title: 'How long',
        text: [
          'Records of acts are kept for at least six months. Applications and enquiries follow the rules for records, then they are deleted or made anonymous.',
        ],
      },
      {
        title: 'Your rights',
        text: [
          'You may look up, correct and withdraw what you sent, and ask us to delete your personal data: on the contact page or at the front desk.',
        ],
      },
      {
        title: 'What is kept on your device',
        text: [
          'Your choice of language, large text, contrast and text size, only to show pages.',
          'A form you have not finished is kept in this browser window until you close it or submit.',
          'No third-party statistics, advertising or tracking is used.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lead: (name: string) => `The site of the ${name} is made for everyone.`,
    parts: [
      {
        title: 'Easy to see',
        text: [
          'At the top of every page there are switches for large text and high contrast.',
          'Text contrast is at least 4.5:1, and no state is shown by colour alone.',
        ],
      },
      {
        title: 'Easy to use',
        text: [
          'Everything works by keyboard; the first Tab lets you skip to the content.',
          'Reading, applying and checking work without script. Pictures and plans have descriptions for screen readers.',
        ],
      },
      {
        title: 'Easy to fill in',
        text: ['Each field says why it is needed; an error says how to mend it, and what you typed is kept.'],
      },
      {
        title: 'Still difficult?',
        text: [
          'Tell us on the contact page or by reporting an error, or come to the front desk and our staff will do it with you.',
        ],
      },
    ],
  },
}
